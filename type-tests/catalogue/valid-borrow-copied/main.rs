include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let seen = view(&fd);
    let again = seen;
    Ok(seen.reserved_fd() - again.reserved_fd())
}
