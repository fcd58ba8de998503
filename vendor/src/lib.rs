//! libhdf5, compiled from source with nothing but a C compiler.
//!
//! There is no Rust code here. The build script compiles the C library of HDF5 (no CMake, Python, Perl
//! or libclang) and tells the crate that depends on this one where it is; `hdf5-ffi` does, under its
//! feature `vendored`, and declares the functions.
//!
//! # The library
//!
//! A static library, always optimised and without assertions whatever the Cargo profile, hardened
//! (stack clash protection, stack protector, `_FORTIFY_SOURCE`) where the compiler can. No plugin folder
//! is compiled in; `HDF5_PLUGIN_PATH` works. MPI and the drivers that need other libraries are not built. It
//! cross-compiles: what the target can do is read from the compiler's macros, and no program for the target
//! is ever run.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `zlib`: the deflate filter, with a static zlib from `libz-sys`.
//! - `szip`: the szip filter, which compresses and decompresses, with a static libaec. It has a name of its own
//!   (`hdf5_aec`), so that no other libaec is linked in its place. The functions keep theirs; a program that links
//!   a second libaec uses one of the two, which is right as long as they are compatible.
//! - `hl`: the high-level library (H5LT, H5DS, H5TB, H5IM, H5PT, H5DO, H5LD) as a second static library.
//! - `threadsafe`: libhdf5 takes a lock of its own in every call, for C code that calls it from several threads.
//!   Rust code that holds `hdf5_ffi::lock()` around its calls does not need it. Calls do not run side by side with
//!   it either.
//!
//! `hl` and `threadsafe` may be on together, as Cargo unites what several crates ask for. HDF5's own build
//! refuses that unless told otherwise, because the high-level functions do not take the lock: each call that they
//! make into libhdf5 is safe, but another thread may get in between two of them, and some (`H5LTtext_to_dtype`,
//! `H5PT`) keep state in global variables. Call the high-level library from one thread at a time.
//!
//! On Windows HDF5's own build refuses `threadsafe` for a static library, because only a DLL is told that a thread
//! has ended: here what libhdf5 keeps for a thread (its error stack) is then freed when the process ends.
//!
//! # Environment
//!
//! | variable | effect |
//! |---|---|
//! | `HDF5_SOURCE_DIR` | full path of an unpacked HDF5 source release, 1.14 or newer, to compile instead |
//! | `HDF5_DIR` | an installed HDF5 is used: nothing is compiled here |
//! | `HDF5_NO_VENDOR` | any value but `0`: nothing is compiled here |
//! | `DOCS_RS` | any value, as on docs.rs: headers and what dependents get, but no library; nothing links |
//! | `CC`, `CFLAGS`, `AR`, ... | the C compiler, as the `cc` crate reads them |
//!
//! # What dependents get
//!
//! The build script of a crate that depends directly on this one finds in its environment:
//!
//! | variable | content |
//! |---|---|
//! | `DEP_HDF5_VENDOR_SKIPPED` | `1` if nothing was compiled; the others are then absent |
//! | `DEP_HDF5_VENDOR_VERSION` | the version, such as `2.2.0` |
//! | `DEP_HDF5_VENDOR_ROOT` | the folder that holds `include` and `lib`, like the prefix of an installation |
//! | `DEP_HDF5_VENDOR_INCLUDE` | the folder of `hdf5.h` |
//! | `DEP_HDF5_VENDOR_LIB` | the folder of the static libraries that are compiled here |
//! | `DEP_HDF5_VENDOR_HAVE_DEFLATE` | `1` with the deflate filter, else `0` |
//! | `DEP_HDF5_VENDOR_HAVE_SZIP` | `1` with the szip filter, else `0` |
//! | `DEP_HDF5_VENDOR_HAVE_HL` | `1` with the high-level library, else `0` |
//! | `DEP_HDF5_VENDOR_HAVE_THREADSAFE` | `1` with a lock inside libhdf5, else `0` |
//! | `DEP_HDF5_VENDOR_LINK_SEARCH` | folders to search for libraries, separated by `;` |
//! | `DEP_HDF5_VENDOR_LINK_LIBS` | what to link, in order, separated by `;`, as in `cargo::rustc-link-lib`; empty with `DOCS_RS` |

// The build script's logic is tested from here, since Cargo runs no tests in build scripts.
#[cfg(test)]
#[expect(dead_code, reason = "only the build script uses all of it")]
#[path = "../build"]
mod build {
    mod features;
    mod install;
    mod source;
    mod version;
}
