/* What C says of names, sizes and addresses, told to Rust one row after the other. The rows follow in the
 * generated file that includes this one. */

#include <stddef.h>
#include <stdint.h>

/* The same as in headers.rs. */
enum { SIGNED, UNSIGNED, REAL, TEXT };

struct row {
    const char        *name;
    int                kind;
    long long          integer;
    unsigned long long natural;
    double             real;
    const char        *text;
};

static void (*tell)(void *to, const struct row *row);
static void *listener;

static void
integer(const char *name, long long value)
{
    struct row row = {name, SIGNED, value, 0, 0, 0};
    tell(listener, &row);
}

static void
natural(const char *name, unsigned long long value)
{
    struct row row = {name, UNSIGNED, 0, value, 0, 0};
    tell(listener, &row);
}

static void
real(const char *name, double value)
{
    struct row row = {name, REAL, 0, 0, value, 0};
    tell(listener, &row);
}

static void
text(const char *name, const char *value)
{
    struct row row = {name, TEXT, 0, 0, 0, value};
    tell(listener, &row);
}

/* The type of an expression decides how its value is told. */
#define VALUE(name, x)                                                                                       \
    _Generic((x), float: real, double: real, char *: text, const char *: text, unsigned long: natural,       \
             unsigned long long: natural, default: integer)(name, x)

#define ADDRESS(name, x) natural(name, (uintptr_t)(x))
#define ALIGNMENT(type)  _Alignof(type)
