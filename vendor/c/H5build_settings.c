/*
 * H5build_settings.c: what is compiled beside the files of libhdf5.
 *
 * The text below is what H5check_version() prints when a program was compiled with other headers
 * than the library. HDF5's own build puts the host name, the date, folders and flags here; none of these
 * belongs in a program that users receive.
 */
/* In angle brackets: the file beside this one still lacks the choices of the build. */
#include <H5pubconf.h>

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* The sizes in H5pubconf.h are derived, not measured. A wrong one would corrupt data: let the compiler
 * confirm each that libhdf5 relies on, on every target. */
#define CONFIRM(type, size) _Static_assert(sizeof(type) == (size), #size " is wrong for this target")

CONFIRM(bool, H5_SIZEOF_BOOL);
CONFIRM(short, H5_SIZEOF_SHORT);
CONFIRM(int, H5_SIZEOF_INT);
CONFIRM(long, H5_SIZEOF_LONG);
CONFIRM(long long, H5_SIZEOF_LONG_LONG);
CONFIRM(int_fast16_t, H5_SIZEOF_INT_FAST16_T);
CONFIRM(uint_fast16_t, H5_SIZEOF_UINT_FAST16_T);
CONFIRM(int_fast32_t, H5_SIZEOF_INT_FAST32_T);
CONFIRM(uint_fast32_t, H5_SIZEOF_UINT_FAST32_T);
CONFIRM(size_t, H5_SIZEOF_SIZE_T);
CONFIRM(ptrdiff_t, H5_SIZEOF_PTRDIFF_T);
CONFIRM(off_t, H5_SIZEOF_OFF_T);
CONFIRM(float, H5_SIZEOF_FLOAT);
CONFIRM(double, H5_SIZEOF_DOUBLE);
CONFIRM(long double, H5_SIZEOF_LONG_DOUBLE);
#ifndef _MSC_VER
CONFIRM(ssize_t, H5_SIZEOF_SSIZE_T);
#endif
#ifdef H5_HAVE_C99_COMPLEX_NUMBERS
CONFIRM(float _Complex, H5_SIZEOF_FLOAT_COMPLEX);
CONFIRM(double _Complex, H5_SIZEOF_DOUBLE_COMPLEX);
CONFIRM(long double _Complex, H5_SIZEOF_LONG_DOUBLE_COMPLEX);
#endif
#ifdef H5_HAVE__FLOAT16
CONFIRM(_Float16, H5_SIZEOF__FLOAT16);
#endif

#ifdef H5_HAVE_FILTER_DEFLATE
#define DEFLATE " deflate"
#else
#define DEFLATE ""
#endif
#ifdef H5_HAVE_FILTER_SZIP
#define SZIP " szip(encoder)"
#else
#define SZIP ""
#endif
#ifdef H5_HAVE_THREADSAFE
#define THREADSAFE "yes"
#else
#define THREADSAFE "no"
#endif
#ifdef H5_INCLUDE_HL
#define HIGH_LEVEL "yes"
#else
#define HIGH_LEVEL "no"
#endif

extern const char H5build_settings[];

const char H5build_settings[] =
    "HDF5 " H5_VERSION ", static library built by the Rust crate hdf5-vendor\n"
    "External filters:" DEFLATE SZIP "\n"
    "High-level library: " HIGH_LEVEL "\n"
    "Thread-safe: " THREADSAFE "\n"
    "Parallel: no\n"
    "Default plugin folder: none\n";
