/*
 * config.h: what libaec may use on the machine it is compiled for.
 *
 * As H5pubconf.h, one text for every target, from the compiler's own macros.
 */
#ifndef AEC_CONFIG_H
#define AEC_CONFIG_H

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define WORDS_BIGENDIAN 1
#endif

#if defined(__GNUC__) || defined(__clang__)
#define HAVE_DECL___BUILTIN_CLZLL 1
#else
#define HAVE_DECL___BUILTIN_CLZLL 0
#endif
/* _BitScanReverse64 exists where a register has 64 bits. */
#if defined(_MSC_VER) && defined(_WIN64)
#define HAVE_BSR64 1
#endif

/*
 * Names that do not say whose they are. In one program with another library that has a vector_size,
 * the linker would give each the other's without a word.
 */
#define vector_at        aec_vector_at
#define vector_create    aec_vector_create
#define vector_data      aec_vector_data
#define vector_destroy   aec_vector_destroy
#define vector_equal     aec_vector_equal
#define vector_push_back aec_vector_push_back
#define vector_size      aec_vector_size

#endif /* AEC_CONFIG_H */
