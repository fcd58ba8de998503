/*
 * H5pubconf.h: what libhdf5 may use on the machine it is compiled for.
 *
 * HDF5's own build writes this file after compiling and running test programs. Here one text serves
 * every target: each answer follows from macros and limits that the compiler and the C library
 * define, so nothing is run and cross-compiling is no special case. Abilities that are not listed
 * (MPI, ROS3, HDFS, subfiling and mirror drivers, the map API, signed plugins) are off.
 *
 * The choices made when the library was built (its version, its features) are written in place of the
 * line below by the build script of the crate hdf5-vendor.
 */
#ifndef H5pubconf_H
#define H5pubconf_H

#include <limits.h>
#include <stdint.h>

/* @build-choices@ */

/* ---------------------------------------------------------------- the package */

#define H5_PACKAGE           "hdf5"
#define H5_PACKAGE_NAME      "HDF5"
#define H5_PACKAGE_TARNAME   "hdf5"
#define H5_PACKAGE_URL       "https://www.hdfgroup.org"
#define H5_PACKAGE_BUGREPORT "help@hdfgroup.org"

/*
 * No plugin folder is compiled in: a build path has no place in a user's binary, and a library that is
 * part of a program must not load code from a folder that the program did not choose. H5PL splits this
 * text with strtok_r, which yields nothing for "": the search list is empty (neither the working folder
 * nor "/"), until HDF5_PLUGIN_PATH or H5PLappend adds to it.
 */
#define H5_DEFAULT_PLUGINDIR ""

/* ---------------------------------------------------------------- how the library behaves */

/* Lock files by default, and go on where the file system has no locks ("best effort"). */
#define H5_USE_FILE_LOCKING           1
#define H5_IGNORE_DISABLED_FILE_LOCKS 1

/* Convert numbers exactly rather than fast, and call the user's exception handler on overflow. */
#define H5_WANT_DATA_ACCURACY   1
#define H5_WANT_DCONV_EXCEPTION 1

/* ---------------------------------------------------------------- sizes of integers */

#define H5_SIZEOF_CHAR     1
#define H5_SIZEOF_BOOL     1
#define H5_SIZEOF_INT8_T   1
#define H5_SIZEOF_UINT8_T  1
#define H5_SIZEOF_INT16_T  2
#define H5_SIZEOF_UINT16_T 2
#define H5_SIZEOF_INT32_T  4
#define H5_SIZEOF_UINT32_T 4
#define H5_SIZEOF_INT64_T  8
#define H5_SIZEOF_UINT64_T 8

/* The least types are the exact types on every machine that has the exact ones. */
#define H5_SIZEOF_INT_LEAST8_T   1
#define H5_SIZEOF_UINT_LEAST8_T  1
#define H5_SIZEOF_INT_LEAST16_T  2
#define H5_SIZEOF_UINT_LEAST16_T 2
#define H5_SIZEOF_INT_LEAST32_T  4
#define H5_SIZEOF_UINT_LEAST32_T 4
#define H5_SIZEOF_INT_LEAST64_T  8
#define H5_SIZEOF_UINT_LEAST64_T 8

#define H5_SIZEOF_INT_FAST8_T   1
#define H5_SIZEOF_UINT_FAST8_T  1
#define H5_SIZEOF_INT_FAST64_T  8
#define H5_SIZEOF_UINT_FAST64_T 8
#if INT_FAST16_MAX == INT16_MAX
#define H5_SIZEOF_INT_FAST16_T  2
#define H5_SIZEOF_UINT_FAST16_T 2
#elif INT_FAST16_MAX == INT32_MAX
#define H5_SIZEOF_INT_FAST16_T  4
#define H5_SIZEOF_UINT_FAST16_T 4
#else
#define H5_SIZEOF_INT_FAST16_T  8
#define H5_SIZEOF_UINT_FAST16_T 8
#endif
#if INT_FAST32_MAX == INT32_MAX
#define H5_SIZEOF_INT_FAST32_T  4
#define H5_SIZEOF_UINT_FAST32_T 4
#else
#define H5_SIZEOF_INT_FAST32_T  8
#define H5_SIZEOF_UINT_FAST32_T 8
#endif

#if SHRT_MAX == 0x7fff && INT_MAX == 0x7fffffff
#define H5_SIZEOF_SHORT    2
#define H5_SIZEOF_INT      4
#define H5_SIZEOF_UNSIGNED 4
#else
#error "libhdf5 needs a short of 2 bytes and an int of 4"
#endif

#if LONG_MAX == 0x7fffffff
#define H5_SIZEOF_LONG 4
#else
#define H5_SIZEOF_LONG 8
#endif
#define H5_SIZEOF_LONG_LONG 8

#if SIZE_MAX == UINT32_MAX
#define H5_SIZEOF_SIZE_T    4
#define H5_SIZEOF_PTRDIFF_T 4
#else
#define H5_SIZEOF_SIZE_T    8
#define H5_SIZEOF_PTRDIFF_T 8
#endif
/* Microsoft's headers have no ssize_t; H5public.h declares it there, and its size. */
#ifndef _MSC_VER
#define H5_SIZEOF_SSIZE_T H5_SIZEOF_SIZE_T
#endif

/* The build script asks for 64-bit file offsets wherever the C library knows them by a macro. */
#ifdef _MSC_VER
#define H5_SIZEOF_OFF_T 4
#else
#define H5_SIZEOF_OFF_T 8
#endif

/* libhdf5 computes with time_t but never needs its size: 4 where it follows a 32-bit long. */
#if H5_SIZEOF_LONG == 4 && !defined(_WIN64) && !defined(_MSC_VER) && \
    (defined(__GLIBC__) || defined(__ANDROID__) || defined(__MINGW32__) || defined(__FreeBSD__))
#define H5_SIZEOF_TIME_T 4
#else
#define H5_SIZEOF_TIME_T 8
#endif

/* ---------------------------------------------------------------- floating point */

#define H5_SIZEOF_FLOAT  4
#define H5_SIZEOF_DOUBLE 8

/* 8 (the same as double), 10 bytes padded to 12 or 16 (x87), or 16 (IEEE quad, IBM double-double). */
#ifdef __SIZEOF_LONG_DOUBLE__
#define H5_SIZEOF_LONG_DOUBLE __SIZEOF_LONG_DOUBLE__
#elif defined(_MSC_VER)
#define H5_SIZEOF_LONG_DOUBLE 8
#else
#error "the size of long double is unknown: this compiler does not define __SIZEOF_LONG_DOUBLE__"
#endif

/* Conversions between long double and 64-bit integers are right on every current compiler. */
#define H5_LDOUBLE_TO_LLONG_ACCURATE 1
#define H5_LLONG_TO_LDOUBLE_CORRECT  1

/* IBM's double-double rounds such conversions in its own way. */
#if defined(__LONG_DOUBLE_IBM128__) || (defined(__powerpc64__) && __LDBL_MANT_DIG__ == 106)
#define H5_DISABLE_SOME_LDOUBLE_CONV 1
#define H5_LDOUBLE_TO_LONG_SPECIAL   1
#define H5_LONG_TO_LDOUBLE_SPECIAL   1
#endif

/* MSVC's complex numbers are structs of other names, without operators. */
#if !defined(_MSC_VER) && !defined(__STDC_NO_COMPLEX__)
#define H5_HAVE_COMPLEX_NUMBERS     1
#define H5_HAVE_C99_COMPLEX_NUMBERS 1
#define H5_SIZEOF_FLOAT_COMPLEX     8
#define H5_SIZEOF_DOUBLE_COMPLEX    16
#if H5_SIZEOF_LONG_DOUBLE == 16
#define H5_SIZEOF_LONG_DOUBLE_COMPLEX 32
#elif H5_SIZEOF_LONG_DOUBLE == 12
#define H5_SIZEOF_LONG_DOUBLE_COMPLEX 24
#else
#define H5_SIZEOF_LONG_DOUBLE_COMPLEX 16
#endif
#endif

/*
 * _Float16 costs calls of the compiler's run-time library (__truncxfhf2 and the like), and a Rust
 * program is sure to be linked with a library that has them in two cases only: GCC with its own
 * libgcc on glibc, and Apple's arm64, where the processor converts. Elsewhere libhdf5 reads and writes
 * 16-bit floats with its own code: H5T_IEEE_F16LE works, H5T_NATIVE_FLOAT16 does not exist.
 * Apple's long double to _Float16 was wrong for years; libhdf5 converts that pair itself there.
 */
#if defined(__FLT16_MANT_DIG__)
#if defined(__GNUC__) && !defined(__clang__) && !defined(__INTEL_COMPILER) && defined(__GLIBC__) && \
    ((defined(__x86_64__) && __GNUC__ >= 12) || (defined(__aarch64__) && __GNUC__ >= 8))
#define H5_HAVE__FLOAT16             1
#define H5_LDOUBLE_TO_FLOAT16_CORRECT 1
#elif defined(__APPLE__) && defined(__aarch64__)
#define H5_HAVE__FLOAT16 1
#endif
#endif
#ifdef H5_HAVE__FLOAT16
#define H5_SIZEOF__FLOAT16 2
#else
#define H5_SIZEOF__FLOAT16 0
#endif

/* Byte order. libhdf5 finds it at run time; programs that include this file may want the macro. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ && !defined(WORDS_BIGENDIAN)
#define WORDS_BIGENDIAN 1
#endif

/* ---------------------------------------------------------------- the compiler */

#if defined(__GNUC__) || defined(__clang__)
#define H5_HAVE_ATTRIBUTE      1
#define H5_HAVE_BUILTIN_EXPECT 1 /* asked by 1.14; 2.x finds out for itself */
#endif

/* MSVC has <stdatomic.h>, but only behind an experimental option. */
#if !defined(_MSC_VER) && !defined(__STDC_NO_ATOMICS__)
#define H5_HAVE_STDATOMIC_H 1
#endif

/* ---------------------------------------------------------------- the operating system */

/* Functions that every target has, or that H5win32defs.h supplies. */
#define H5_HAVE_GETTIMEOFDAY    1
#define H5_HAVE_LIBM            1
#define H5_HAVE_STRDUP          1
#define H5_HAVE_SYS_STAT_H      1
#define H5_HAVE_THREADS         1
#define H5_HAVE_TMPFILE         1

/* Asked by HDF5 1.14, no longer by 2.x. */
#define H5_DEV_T_IS_SCALAR  1
#define H5_HAVE_SYS_TYPES_H 1

#ifdef _WIN32

#define H5_HAVE_WINDOWS         1
#define H5_HAVE_WIN32_API       1
#define H5_HAVE_WINDOW_PATH     1
#define H5_HAVE_WIN_THREADS     1
#define H5_HAVE_LIBWS2_32       1
#define H5_HAVE_QSORT_REENTRANT 1 /* qsort_s */
#define H5_HAVE_TIMEZONE        1
#define H5_HAVE_GETCONSOLESCREENBUFFERINFO 1
#ifdef __MINGW32__
#define H5_HAVE_MINGW        1
#define H5_HAVE_DIRENT_H     1
#define H5_HAVE_SYS_FILE_H   1
#define H5_HAVE_SYS_TIME_H   1
#define H5_HAVE_UNISTD_H     1
#else
#define H5_HAVE_VISUAL_STUDIO 1
#define H5_HAVE_GETHOSTNAME   1
#endif

#else /* every Unix */

#define H5_HAVE_ALARM          1
#define H5_HAVE_ARPA_INET_H    1
#define H5_HAVE_CLOCK_GETTIME  1
#define H5_HAVE_DIRENT_H       1
#define H5_HAVE_DLFCN_H        1
#define H5_HAVE_FCNTL          1
#define H5_HAVE_FORK           1
#define H5_HAVE_GETHOSTNAME    1
#define H5_HAVE_GETRUSAGE      1
#define H5_HAVE_IOCTL          1
#define H5_HAVE_LIBDL          1
#define H5_HAVE_NETDB_H        1
#define H5_HAVE_NETINET_IN_H   1
#define H5_HAVE_PREADWRITE     1
#define H5_HAVE_PTHREAD_H      1
#define H5_HAVE_PWD_H          1
#define H5_HAVE_RANDOM         1 /* this and the next: asked by 1.14, no longer by 2.x */
#define H5_HAVE_RAND_R         1
#define H5_HAVE_STAT_ST_BLOCKS 1
#define H5_HAVE_SYMLINK        1
#define H5_HAVE_SYS_FILE_H     1
#define H5_HAVE_SYS_IOCTL_H    1
#define H5_HAVE_SYS_RESOURCE_H 1
#define H5_HAVE_SYS_SOCKET_H   1
#define H5_HAVE_SYS_TIME_H     1
#define H5_HAVE_TIOCGWINSZ     1
#define H5_HAVE_UNISTD_H       1
#define H5_HAVE_WAITPID        1

/* Not POSIX, but on these systems all the same. */
#if defined(__linux__) || defined(__APPLE__) || defined(__FreeBSD__) || defined(__NetBSD__) || \
    defined(__OpenBSD__) || defined(__DragonFly__) || defined(__CYGWIN__)
#define H5_HAVE_ASPRINTF   1
#define H5_HAVE_FLOCK      1
#define H5_HAVE_STRCASESTR 1
#define H5_HAVE_TM_GMTOFF  1
#define H5_HAVE_VASPRINTF  1
#endif

#ifdef __linux__
#define H5_HAVE_FEATURES_H 1 /* asked by 1.14, no longer by 2.x */
#define H5_HAVE_DIRECT     1 /* O_DIRECT; HDF5's own build has the driver only where one asks for it */
#endif

/* Android has it since API level 24, macOS not at all; the library has a stand-in. */
#if (defined(__linux__) && !defined(__ANDROID__)) || defined(__FreeBSD__)
#define H5_HAVE_PTHREAD_BARRIER 1
#endif

/* The variable, not the function of the same name that the BSDs have. */
#if defined(__linux__) || defined(__APPLE__) || defined(__sun)
#define H5_HAVE_TIMEZONE 1
#endif

/* Declared through <sys/ioctl.h> by these; only the tools would use it. */
#if defined(__linux__) || defined(__APPLE__)
#define H5_HAVE_TIOCGETD 1
#endif

/*
 * qsort_r as libhdf5 calls it: GNU's argument order, or the BSD order on macOS and FreeBSD. musl has it
 * only since 1.2.3 and has no version macro, so musl uses the library's own stand-in, which keeps its
 * state in a global variable: safe, since libhdf5 runs on one thread at a time.
 */
#if defined(__GLIBC__) || defined(__APPLE__) || defined(__FreeBSD__)
#define H5_HAVE_QSORT_REENTRANT 1
#endif

#endif

#ifdef __APPLE__
#define H5_HAVE_DARWIN 1
#endif

#endif /* H5pubconf_H */
