//! Prints a matrix in the way most of the C programs do.

use std::ffi::c_int;

/// One line for each row, as `printf(" [")`, `printf(" %3d", ..)` and `printf("]\n")` print it.
pub(crate) fn print_rows<R: AsRef<[c_int]>>(rows: impl IntoIterator<Item = R>) {
    for row in rows {
        print!(" [");
        for value in row.as_ref() {
            print!(" {value:3}");
        }
        println!("]");
    }
}
