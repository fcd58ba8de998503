//! Tests of the reader of C, and of what it concludes from headers.
#![expect(dead_code, reason = "only the build script uses all of it")]

mod ask;
mod check;
mod conditions;
mod declarations;
mod exclusions;
mod interface;
mod parse;
mod preprocess;
mod rust;
mod tokens;

use std::collections::BTreeSet;
use std::fs;

use conditions::{Macro, Macros, holds};
use declarations::{Declarations, Type};
use exclusions::{EXCLUSIONS, Exclusion, UNDEFINED};
use interface::Interface;
use preprocess::{Preprocessed, names_in_conditions, preprocess};
use tempfile::TempDir;
use tokens::{Token, logical_lines, tokens};

/// A folder with headers.
fn headers(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Macros without parameters.
fn macros(values: &[(&str, &str)]) -> Macros {
    let definition =
        |body| Macro { parameters: None, body: tokens(body).unwrap(), place: String::new() };
    values.iter().map(|(name, body)| ((*name).to_owned(), definition(body))).collect()
}

fn run(text: &str, known: &[(&str, &str)]) -> Result<Preprocessed, String> {
    let folder = headers(&[("a.h", text)]);
    preprocess(folder.path(), &["a.h".to_owned()], &macros(known))
}

/// The lines that count, without white space around them.
fn active(text: &str, known: &[(&str, &str)]) -> Vec<String> {
    run(text, known).unwrap().code.iter().map(|(_, line)| line.trim().to_owned()).collect()
}

fn declared(text: &str) -> Result<Declarations, String> {
    let lines = logical_lines(text).into_iter();
    let code: Vec<_> = lines.map(|(number, line)| (format!("a.h:{number}"), line)).collect();
    parse::declarations(&code)
}

/// The Rust of the function that the text declares.
fn rust_of(text: &str) -> String {
    let found = declared(text).unwrap();
    let signature = found.functions.values().next().unwrap();
    rust::function(signature).unwrap()
}

/// What is read from hdf5.h with this text, with nothing known of the compiler.
fn read(text: &str, exclusions: &[Exclusion]) -> Result<Interface, String> {
    let folder = headers(&[("hdf5.h", text)]);
    interface::read(folder.path(), false, 2_00_00, exclusions, |_| Ok(Macros::new()))
}

fn names<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    names.into_iter().map(String::as_str).collect()
}

mod lines {
    use super::*;

    #[test]
    fn comments_become_spaces_and_keep_the_numbers_of_the_lines() {
        let lines = logical_lines("a/* 1\n 2 */b // c\nd \"/* no */ // \\\" \" e\n");
        assert_eq!(
            lines,
            [
                (1, "a b ".to_owned()),
                (3, "d \"/* no */ // \\\" \" e".to_owned()),
                (4, String::new())
            ]
        );
    }

    #[test]
    fn a_line_goes_on_after_a_backslash() {
        let lines = logical_lines("#define A \\\n  1 \\\r\n + 2\nb");
        assert_eq!(lines, [(1, "#define A   1  + 2".to_owned()), (4, "b".to_owned())]);
    }

    #[test]
    fn numbers_and_strings_are_one_token_each() {
        let found = tokens("0x1Fu 1.5e-3+x->y \"a\\\"b\" 'c' ...<<").unwrap();
        let text: Vec<_> = found.iter().map(Token::to_string).collect();
        assert_eq!(
            text,
            ["0x1Fu", "1.5e-3", "+", "x", "->", "y", "\"a\\\"b\"", "'c'", "...", "<<"]
        );
    }

    #[test]
    fn text_that_is_no_c_is_an_error() {
        assert!(tokens("a $ b").is_err());
        assert!(tokens("\"never ends").is_err());
    }
}

mod conditions_of_the_preprocessor {
    use super::*;

    #[test]
    fn conditions_have_the_value_that_c_gives_them() {
        let known = macros(&[("A", "2"), ("B", "A"), ("EMPTY_HANDED", "0"), ("GE", "(A >= 2)")]);
        for (condition, value) in [
            ("defined(A) && !defined B && A == 2", false),
            ("defined A && defined(B) && B == 2", true),
            ("UNKNOWN", false),
            ("!UNKNOWN == 1", true),
            ("1 + 2 * 3 == 7 && 010 == 8 && 0x10L == 16U", true),
            ("2 - 1 - 1", false),
            ("1 || 0 && 0", true),
            ("(1 || 0) && 0", false),
            ("((A * 100) + 6) >= 206", true),
            ("GE", true),
            ("EMPTY_HANDED", false),
            ("defined(__has_builtin) && __has_builtin(__builtin_expect)", false),
        ] {
            assert_eq!(holds(condition, &known), Ok(value), "{condition}");
        }
    }

    #[test]
    fn conditions_that_are_not_understood_are_errors() {
        for condition in ["", "1 +", "(1", "F(1)", "1 ? 2 : 3", "\"a\" == 1", "1 / 0"] {
            assert!(holds(condition, &macros(&[("LOOP", "LOOP")])).is_err(), "{condition}");
        }
        assert!(holds("LOOP", &macros(&[("LOOP", "LOOP")])).is_err());
    }

    #[test]
    fn one_branch_is_chosen_whatever_nests_in_the_others() {
        let text = "#if A == 1\none\n#elif A == 2\n#ifdef B\nb\n#else\nno b\n#endif\n\
                    #elif 1\n#if 1\nthree\n#endif\n#else\nfour\n#endif\nafter\n";
        assert_eq!(active(text, &[("A", "1")]), ["one", "after"]);
        assert_eq!(active(text, &[("A", "2")]), ["no b", "after"]);
        assert_eq!(active(text, &[("A", "2"), ("B", "")]), ["b", "after"]);
        assert_eq!(active(text, &[]), ["three", "after"]);
    }

    #[test]
    fn only_lines_that_count_define_and_are_understood() {
        let found = run(
            "# define A(x, y) x\n#ifdef C\n#define D 1\n#strange\n#error no\n#else\n#undef A\n#endif\n",
            &[],
        );
        assert!(found.unwrap().macros.is_empty());
        let defined = run("#define A(x, y) x /* 1 */\n#define B\n", &[]).unwrap();
        assert_eq!(defined.macros["A"].parameters, Some(vec!["x".to_owned(), "y".to_owned()]));
        assert_eq!(defined.macros["B"].place, "a.h:2");
    }

    #[test]
    fn what_the_compiler_knows_counts_until_it_is_undefined_and_is_not_hdf5s() {
        let text = "#ifdef A\na\n#undef A\n#endif\n#ifdef A\nagain\n#endif\n";
        let found = run(text, &[("A", "1"), ("B", "2")]).unwrap();
        assert_eq!(found.code.len(), 1);
        assert!(found.macros.is_empty());
    }

    #[test]
    fn broken_structure_is_an_error_that_names_the_place() {
        assert_eq!(run("\n#endif\n", &[]).unwrap_err(), "a.h:2: #endif without #if");
        assert!(run("#if 1\n", &[]).unwrap_err().contains("a.h"));
        assert!(run("#else\n", &[]).is_err());
        assert_eq!(run("#error out\n", &[]).unwrap_err(), "a.h:1: #error out");
    }

    #[test]
    fn headers_are_read_where_they_are_included_and_guards_hold() {
        let folder = headers(&[
            (
                "a.h",
                "#include \"b.h\"\n#include <b.h>\n#include \"H5pubconf.h\"\nA\n#include \"b.h\"\n",
            ),
            ("b.h", "#ifndef B\n#define B\nb\n#endif\n"),
            ("H5pubconf.h", "this cannot be read"),
        ]);
        let found = preprocess(folder.path(), &["a.h".to_owned()], &Macros::new()).unwrap();
        let lines: Vec<_> = found.code.iter().map(|(place, line)| (&**place, &**line)).collect();
        assert_eq!(lines, [("b.h:3", "b"), ("a.h:4", "A")]);
        assert!(found.inactive.is_empty(), "the second b.h hides nothing");
    }

    #[test]
    fn the_compiler_is_asked_for_all_names_in_conditions() {
        let folder = headers(&[
            ("a.h", "#if defined(A) && B > 1 && __has_builtin(C)\n#include \"b.h\"\n#endif\n"),
            ("b.h", "#ifndef D\n#elif E\n#endif\n#define F\n"),
        ]);
        let names = names_in_conditions(folder.path(), &["a.h".to_owned()]).unwrap();
        let found: Vec<_> = names.iter().map(String::as_str).collect();
        assert_eq!(found, ["A", "B", "C", "D", "E"]);
    }
}

mod functions {
    use super::*;

    #[test]
    fn pointers_keep_what_is_const_behind_each_star() {
        assert_eq!(
            rust_of(
                "H5_DLL const char *f(const char *a, char const *b, char *const c, const void *const *d, void **e);"
            ),
            "unsafe extern \"C\" fn(*const core::ffi::c_char, *const core::ffi::c_char, \
             *mut core::ffi::c_char, *const *const core::ffi::c_void, *mut *mut core::ffi::c_void) \
             -> *const core::ffi::c_char"
        );
    }

    #[test]
    fn arrays_are_passed_as_pointers() {
        assert_eq!(
            rust_of(
                "H5_DLL void f(const hsize_t dims[], size_t n[32], const char *const names[]);"
            ),
            "unsafe extern \"C\" fn(*const hdf5_ffi::hsize_t, *mut usize, *const *const core::ffi::c_char)"
        );
    }

    #[test]
    fn functions_are_passed_as_pointers_that_may_be_null() {
        assert_eq!(
            rust_of("H5_DLL int f(void (*free)(void *p), H5X_cb_t named, herr_t g(hid_t));"),
            "unsafe extern \"C\" fn(Option<unsafe extern \"C\" fn(*mut core::ffi::c_void)>, \
             hdf5_ffi::H5X_cb_t, Option<unsafe extern \"C\" fn(hdf5_ffi::hid_t) -> hdf5_ffi::herr_t>) \
             -> core::ffi::c_int"
        );
    }

    #[test]
    fn a_function_can_return_a_pointer_to_a_function() {
        assert_eq!(
            rust_of("H5_DLL void (*f(int a))(long);"),
            "unsafe extern \"C\" fn(core::ffi::c_int) \
             -> Option<unsafe extern \"C\" fn(core::ffi::c_long)>"
        );
    }

    #[test]
    fn built_in_types_have_one_rust_type_however_they_are_written() {
        assert_eq!(
            rust_of(
                "H5_DLL unsigned f(unsigned a, long unsigned int b, signed char c, unsigned char d, \
                 long long e, unsigned long long f, short g, double h, _Bool i, char j);"
            ),
            "unsafe extern \"C\" fn(core::ffi::c_uint, core::ffi::c_ulong, core::ffi::c_schar, \
             core::ffi::c_uchar, core::ffi::c_longlong, core::ffi::c_ulonglong, core::ffi::c_short, \
             f64, bool, core::ffi::c_char) -> core::ffi::c_uint"
        );
    }

    #[test]
    fn types_of_the_c_library_are_those_of_libc_and_core() {
        assert_eq!(
            rust_of(
                "H5_HLDLL ssize_t f(FILE *a, time_t b, off_t *c, uint8_t d, struct H5X_t *e, enum H5Y f, ...);"
            ),
            "unsafe extern \"C\" fn(*mut libc::FILE, libc::time_t, *mut libc::off_t, u8, \
             *mut hdf5_ffi::H5X_t, hdf5_ffi::H5Y, ...) -> isize"
        );
    }

    #[test]
    fn a_declaration_goes_over_lines_and_follows_another() {
        let found = declared("H5_DLL herr_t\n f(void)\n;H5_DLL hid_t g(hid_t a,\n int);").unwrap();
        assert_eq!(names(found.functions.keys()), ["f", "g"]);
        assert_eq!(found.exports, 2);
    }

    #[test]
    fn what_a_plugin_defines_is_not_the_librarys() {
        let found =
            declared("H5PLUGIN_DLL int f(void); H5_DLLVAR hid_t v_g; H5_DLL int g(void);").unwrap();
        assert_eq!(names(found.functions.keys()), ["g"]);
        assert_eq!(names(&found.plugin_functions), ["f"]);
        assert_eq!(names(found.variables.keys()), ["v_g"]);
    }

    #[test]
    fn what_is_not_understood_is_an_error_that_names_the_place() {
        for text in [
            "H5_DLL int f(void)",
            "int f(void);",
            "static inline int f(void) { return 1; }",
            "H5_DLL int f(int a b);",
            "H5_DLL int f(int); H5_DLL int f(long);",
            "typedef struct { int bits : 3; } T;",
            "typedef struct { int; } T;",
            "typedef struct { union { int a; }; } T;",
            "_Static_assert(1, \"x\");",
        ] {
            let error = declared(text).expect_err(text);
            assert!(error.starts_with("a.h:1: "), "{error}");
        }
    }
}

mod types {
    use super::*;

    #[test]
    fn structs_nest_and_have_several_fields_in_a_declaration() {
        let found = declared(
            "typedef struct T { int a, *b, c[N + 1][2]; union { long l; struct { char x; } s; } u; \
             void (*f)(int); } T;",
        )
        .unwrap();
        let record = &found.records["T"];
        let fields: Vec<_> = record.fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(fields, ["a", "b", "c", "u", "f"]);
        let kinds: Vec<_> = record.fields.iter().map(|(_, kind)| rust::kind(kind)).collect();
        assert_eq!(kinds[1].as_deref(), Ok("*mut core::ffi::c_int"));
        assert_eq!(kinds[2].as_deref(), Ok("[[core::ffi::c_int; 2]; (hdf5_ffi::N as usize)+1]"));
        assert!(matches!(&record.fields[3].1, Type::Record(inner) if inner.union));
        assert_eq!(found.all_records().len(), 3);
    }

    #[test]
    fn a_struct_without_fields_is_opaque() {
        let found = declared(
            "struct A; typedef struct A A; typedef struct B { int x; } C; typedef C D; typedef void *E;",
        )
        .unwrap();
        let opaque = |name: &str| found.is_opaque(&found.typedefs[name]);
        assert!(opaque("A"));
        assert!(!opaque("C") && !opaque("D") && !opaque("E"));
    }

    #[test]
    fn enums_have_constants_with_and_without_values() {
        let interface = read(
            "typedef enum E { A = -1, B, C = (1 << 3), D = F(1, 2), } E;\ntypedef enum { G } H;\nenum { I };\n\
             typedef struct { enum { J, K } k; } L;\n",
            &[],
        )
        .unwrap();
        let found: Vec<_> =
            interface.enumerators.iter().map(|(n, k)| (&**n, k.as_deref())).collect();
        assert_eq!(
            found,
            [
                ("A", Some("E")),
                ("B", Some("E")),
                ("C", Some("E")),
                ("D", Some("E")),
                ("G", Some("H")),
                ("I", None),
                ("J", None),
                ("K", None),
            ]
        );
    }

    #[test]
    fn a_field_with_a_name_that_rust_keeps_has_an_underscore() {
        assert_eq!(rust::field("type"), "type_");
        assert_eq!(rust::field("types"), "types");
    }
}

mod macros_of_the_headers {
    use super::*;

    const TEXT: &str = "\
#define H5X_H
#define H5OPEN H5open(),
#define H5X_ONE 1
#define H5X_MINUS (-1)
#define H5X_TEXT \"a\" \"b\"
#define H5X_CAST ((hid_t)(-1))
#define H5X_UNSIGNED (unsigned)1
#define H5X_SHIFTED ((unsigned)1 << 3)
#define H5X_ALIAS H5X_CAST
#define H5X_LIST { 1, 2 }
#define H5X_ADD(a) (a + 1)
#define H5X_INT (H5OPEN H5X_INT_g)
#define H5X_OTHER H5X_INT
#define H5X_EITHER (CHAR_MIN ? H5X_INT : H5X_OTHER)
#define H5X_FLAG (H5OPEN 0x0001u)
#define H5X_CALLED (H5Xinit())
#define H5FD_GONE (H5I_INAVLID_HID)
#ifdef H5_HAVE_GONE
#undef H5FD_GONE
#define H5FD_GONE (H5FD_gone_init())
H5_DLL int H5Xgone(void);
#endif
#define H5Xnew H5Xnew2
#define H5Xkept H5_NO_EXPAND(H5Xnew2)
#define H5X_t H5X2_t
#define H5X_first_t H5X_t
typedef int hid_t;
typedef int H5X2_t;
H5_DLLVAR hid_t H5X_INT_g;
H5_DLL hid_t H5open(void), H5Xinit(void);
H5_DLL hid_t H5Xnew2(H5X2_t x);
";

    fn interface() -> Interface {
        let only = Exclusion {
            reason: "",
            versions: 0..=u32::MAX,
            only_sometimes: false,
            names: &["H5OPEN"],
        };
        read(TEXT, &[only]).unwrap()
    }

    #[test]
    fn values_are_constants_with_the_type_they_are_cast_to() {
        let found = interface();
        let kinds: Vec<_> = found
            .constants
            .iter()
            .map(|(name, kind)| (&**name, kind.as_ref().map(|kind| rust::kind(kind).unwrap())))
            .collect();
        let kind = |text: &str| Some(text.to_owned());
        assert_eq!(
            kinds,
            [
                ("H5X_ALIAS", kind("hdf5_ffi::hid_t")),
                ("H5X_CAST", kind("hdf5_ffi::hid_t")),
                ("H5X_FLAG", None),
                ("H5X_MINUS", None),
                ("H5X_ONE", None),
                ("H5X_SHIFTED", None),
                ("H5X_TEXT", None),
                ("H5X_UNSIGNED", kind("core::ffi::c_uint")),
            ]
        );
        assert_eq!(names(&found.arrays), ["H5X_LIST"]);
        assert_eq!(names(&found.macros), ["H5X_ADD"]);
    }

    #[test]
    fn ids_are_variables_calls_and_other_names_of_them() {
        let found = interface();
        let ids: Vec<_> =
            found.ids.iter().map(|(name, id)| (&**name, id.variable.as_deref())).collect();
        assert_eq!(
            ids,
            [
                ("H5FD_GONE", None),
                ("H5X_CALLED", None),
                ("H5X_EITHER", None),
                ("H5X_INT", Some("H5X_INT_g")),
                ("H5X_OTHER", Some("H5X_INT_g")),
            ]
        );
        assert!(!found.ids["H5FD_GONE"].readable, "no C compiler understands it");
        assert!(found.ids["H5X_INT"].readable);
    }

    #[test]
    fn other_names_of_functions_and_types_are_followed() {
        let found = interface();
        assert_eq!(names(found.renamed_functions.keys()), ["H5Xkept", "H5Xnew"]);
        assert!(found.renamed_functions.values().all(|to| to == "H5Xnew2"));
        assert_eq!(names(found.renamed_types.keys()), ["H5X_first_t", "H5X_t"]);
        assert!(found.renamed_types.values().all(|to| to == "H5X2_t"));
    }

    #[test]
    fn functions_that_the_configuration_hides_are_counted() {
        let found = interface();
        let absent: Vec<_> = found.absent.iter().map(|(c, count)| (&**c, *count)).collect();
        assert_eq!(absent, [("defined(H5_HAVE_GONE)", 1)]);
        let hidden = "#ifdef SOME_CHOICE\nH5_DLL int f(void);\n#endif\n";
        assert!(read(hidden, &[]).unwrap_err().contains("SOME_CHOICE"), "not by the configuration");
    }

    #[test]
    fn a_default_of_whoever_built_the_library_chooses_no_names() {
        let folder = headers(&[(
            "hdf5.h",
            "#ifdef H5_USE_18_API_DEFAULT\n#define A 1\n#else\n#define B 1\n#endif\n",
        )]);
        let ask = |names: &BTreeSet<String>| {
            assert!(names.contains("H5_USE_18_API_DEFAULT"));
            Ok(macros(&[("H5_USE_18_API_DEFAULT", "1")]))
        };
        let found = interface::read(folder.path(), false, 1_10_08, &[], ask).unwrap();
        assert_eq!(names(found.constants.keys()), ["B"]);
    }
}

mod the_table_of_exclusions {
    use super::*;

    fn exclusion(versions: std::ops::RangeInclusive<u32>, only_sometimes: bool) -> Exclusion {
        Exclusion { reason: "a test", versions, only_sometimes, names: &["GONE"] }
    }

    #[test]
    fn a_name_in_it_is_left_out_of_every_kind() {
        for text in [
            "#define GONE 1\n",
            "#define GONE(x) x\n",
            "H5_DLL int GONE(void);",
            "H5_DLLVAR int GONE;",
            "H5PLUGIN_DLL int GONE(void);",
            "typedef int GONE;",
            "enum { GONE };",
        ] {
            let found = read(text, &[exclusion(0..=u32::MAX, false)]).unwrap();
            assert_eq!(names(found.excluded.keys()), ["GONE"]);
            let check = check::write(&found).unwrap();
            assert!(!check.rust.contains("hdf5_ffi::GONE"), "{text}");
            assert!(check.rust.contains("const _: GONE = GONE;"), "{text}");
        }
    }

    #[test]
    fn a_name_that_no_header_has_is_an_error() {
        let stale = read("#define OTHER 1\n", &[exclusion(0..=u32::MAX, false)]).unwrap_err();
        assert!(stale.contains("GONE is not there in 20000"), "{stale}");
        assert!(read("#define OTHER 1\n", &[exclusion(0..=u32::MAX, true)]).is_ok());
        assert!(read("#define OTHER 1\n", &[exclusion(0..=1_99_99, false)]).is_ok());
    }

    #[test]
    fn a_name_that_is_back_is_an_error() {
        let stale = read("#define GONE 1\n", &[exclusion(0..=1_99_99, false)]).unwrap_err();
        assert!(stale.contains("GONE is there in 20000"), "{stale}");
    }

    #[test]
    fn what_plugins_define_must_be_in_it() {
        assert!(read("H5PLUGIN_DLL int f(void);", &[]).unwrap_err().contains('f'));
    }

    #[test]
    fn each_name_has_a_reason_and_stands_there_once() {
        let mut seen = BTreeSet::new();
        for row in EXCLUSIONS {
            assert!(row.reason.len() > 10);
            for name in row.names {
                assert!(seen.insert(name), "{name} stands there twice");
            }
        }
        for row in UNDEFINED {
            assert!(row.reason.len() > 10 && !row.names.is_empty());
        }
    }
}

mod the_comparison {
    use super::*;

    /// The two tables for this text.
    fn check(text: &str) -> check::Check {
        check::write(&read(text, &[]).unwrap()).unwrap()
    }

    #[test]
    fn a_function_is_compared_by_its_type_and_its_address() {
        let check = check("typedef int hid_t;\nH5_DLL hid_t f(int x);");
        assert!(check.rust.contains(
            "const F: unsafe extern \"C\" fn(core::ffi::c_int) -> hdf5_ffi::hid_t = hdf5_ffi::f;"
        ));
        assert!(check.c.contains("ADDRESS(\"address of f\", f);"));
    }

    #[test]
    fn a_struct_is_compared_field_by_field() {
        let check = check("typedef struct { int type; union { long l; } u; } T;");
        for line in [
            "VALUE(\"size of T\", sizeof(T));",
            "VALUE(\"offset of type in T\", offsetof(T, type));",
            "VALUE(\"offset of u.l in T\", offsetof(T, u.l));",
        ] {
            assert!(check.c.contains(line), "{line}");
        }
        for line in [
            "core::mem::offset_of!(hdf5_ffi::T, type_)",
            "core::mem::offset_of!(hdf5_ffi::T, u.l)",
            "const _: fn(&hdf5_ffi::T) -> &core::ffi::c_int = |all| &all.type_;",
            "const _: fn(&hdf5_ffi::T) -> &core::ffi::c_long = |all| unsafe { &all.u.l };",
        ] {
            assert!(check.rust.contains(line), "{line}");
        }
    }

    #[test]
    fn a_struct_with_a_tag_alone_is_named_by_it_in_c() {
        let check = check("struct T { int a; };");
        assert!(check.c.contains("offsetof(struct T, a)"));
        assert!(check.rust.contains("core::mem::offset_of!(hdf5_ffi::T, a)"));
    }

    #[test]
    fn a_constant_of_an_enum_has_the_type_of_the_enum() {
        let check = check("typedef enum { A = 3 } E;");
        assert!(check.rust.contains("const _: hdf5_ffi::E = hdf5_ffi::A;"));
        assert!(check.rust.contains("fn(&hdf5_ffi::E) -> &core::ffi::c_int"));
        assert!(check.c.contains("VALUE(\"A\", A);"));
    }

    #[test]
    fn the_tables_have_as_many_rows() {
        let check = check(
            "#define A 1\n#define H5_VERSION_GE(a, b, c) 1\ntypedef struct { int a, b; } T;\nH5_DLL int f(T t);\n",
        );
        let count = |text: &str, what: &str| text.matches(what).count();
        let c = count(&check.c, "    VALUE(") + count(&check.c, "    ADDRESS(");
        assert_eq!(c, count(&check.rust, "rows.push("));
        assert_eq!(check.counts["constants"], 1);
        assert_eq!(check.counts["fields"], 2);
    }

    #[test]
    fn the_compiler_is_asked_about_its_own_macros_and_the_configuration() {
        let question = ask::question(&["H5_HAVE_X".to_owned()]);
        assert!(question.starts_with("#include \"H5pubconf.h\"\n"));
        assert!(
            question
                .contains("#ifdef H5_HAVE_X\nhdf5_header_check_answer \"H5_HAVE_X\" H5_HAVE_X\n")
        );
        let answer = "# 1 \"x.c\"\n  hdf5_header_check_answer \"H5_HAVE_X\" 1\nint x;\n";
        let found = ask::answers(answer).unwrap();
        assert_eq!(names(found.keys()), ["H5_HAVE_X"]);
        assert_eq!(found["H5_HAVE_X"].body, tokens("1").unwrap());
    }
}
