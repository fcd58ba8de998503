//! What the features of this crate put into the library.

/// The features that are on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Features {
    pub(crate) zlib: bool,
    pub(crate) szip: bool,
    pub(crate) hl: bool,
    pub(crate) threadsafe: bool,
}

impl Features {
    /// The features of this run of the build script.
    pub(crate) const fn from_cargo() -> Self {
        Self {
            zlib: cfg!(feature = "zlib"),
            szip: cfg!(feature = "szip"),
            hl: cfg!(feature = "hl"),
            threadsafe: cfg!(feature = "threadsafe"),
        }
    }

    /// Each ability that a feature gives the library, whether it has it, and the macros of H5pubconf.h
    /// that say so.
    ///
    /// No macro says that szip also compresses: libhdf5 asks libaec at run time. `threadsafe` is one lock
    /// around all of libhdf5, in every version; the other choice of 2.x, H5_HAVE_CONCURRENCY, would let some
    /// calls run side by side, for which H5pubconf.h is not written (see its line on qsort_r).
    pub(crate) const fn abilities(self) -> [(&'static str, bool, &'static [&'static str]); 4] {
        [
            ("deflate", self.zlib, &["H5_HAVE_FILTER_DEFLATE", "H5_HAVE_LIBZ", "H5_HAVE_ZLIB_H"]),
            ("szip", self.szip, &["H5_HAVE_FILTER_SZIP", "H5_HAVE_LIBSZ", "H5_HAVE_SZLIB_H"]),
            ("hl", self.hl, &["H5_INCLUDE_HL"]),
            ("threadsafe", self.threadsafe, &["H5_HAVE_THREADSAFE"]),
        ]
    }
}
