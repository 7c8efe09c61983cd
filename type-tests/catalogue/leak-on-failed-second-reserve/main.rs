include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let first = get_unused_fd_flags(current, O_CLOEXEC)?;
    let second = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(first);
    put_unused_fd(second);
    Ok(())
}
