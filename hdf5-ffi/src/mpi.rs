//! The handles of MPI that a parallel libhdf5 takes, as the `mpi.h` of its MPI declares them.
//!
//! They are the same as those of any other binding of that MPI: cast where the types differ in name.

/// A communicator: a pointer in Open MPI and the ABI of MPI 5, an `int` in MPICH and its kin.
#[cfg(hdf5_mpi_pointer_handles)]
pub type MPI_Comm = *mut core::ffi::c_void;
/// Hints for the implementation, represented as communicators are.
#[cfg(hdf5_mpi_pointer_handles)]
pub type MPI_Info = *mut core::ffi::c_void;

/// A communicator: a pointer in Open MPI and the ABI of MPI 5, an `int` in MPICH and its kin.
#[cfg(not(hdf5_mpi_pointer_handles))]
pub type MPI_Comm = core::ffi::c_int;
/// Hints for the implementation, represented as communicators are.
#[cfg(not(hdf5_mpi_pointer_handles))]
pub type MPI_Info = core::ffi::c_int;
