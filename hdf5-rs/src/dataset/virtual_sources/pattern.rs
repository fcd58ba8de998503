//! Names of sources that stand for one source after the other.
//!
//! `%b` is the number of a block, and `%%` a percent sign; there is nothing else that a percent sign can mean.

use crate::error::{Error, Result};

/// Whether a name stands for one source for each block.
pub(super) fn has_blocks(name: &[u8]) -> Result<bool> {
    let mut blocks = false;
    let mut rest = name.iter();
    while rest.any(|&byte| byte == b'%') {
        match rest.next() {
            Some(b'b') => blocks = true,
            Some(b'%') => {}
            _ => {
                let name = String::from_utf8_lossy(name);
                let reason = format!(
                    "in the name \"{name}\" of a source, % is followed by neither b, for the number of a \
                     block, nor another %"
                );
                return Err(Error::invalid_argument(reason));
            }
        }
    }
    Ok(blocks)
}

/// The name of the source for a block.
pub(super) fn expand(name: &[u8], block: u64) -> Vec<u8> {
    let mut expanded = Vec::with_capacity(name.len());
    let mut rest = name.iter();
    while let Some(&byte) = rest.next() {
        if byte != b'%' {
            expanded.push(byte);
        } else if rest.next() == Some(&b'b') {
            expanded.extend_from_slice(block.to_string().as_bytes());
        } else {
            expanded.push(b'%');
        }
    }
    expanded
}

/// The name that stands for a name with percent signs.
pub(super) fn escape(name: &[u8]) -> Vec<u8> {
    let doubled = |&byte: &u8| std::iter::repeat_n(byte, if byte == b'%' { 2 } else { 1 });
    name.iter().flat_map(doubled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_the_numbers_of_blocks_in_it() {
        assert!(has_blocks(b"a-%b.h5").unwrap());
        assert!(!has_blocks(b"100%%.h5").unwrap());
        assert!(!has_blocks(b"100%%b.h5").unwrap());
        for wrong in ["%d", "a%", "%%%"] {
            assert!(has_blocks(wrong.as_bytes()).is_err(), "{wrong}");
        }
        assert_eq!(expand(b"a-%b%%%b.h5", 12), b"a-12%12.h5");
        assert_eq!(expand(&escape(b"50%b"), 1), b"50%b");
    }
}
