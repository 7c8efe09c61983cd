include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    match index() {
        0 | 1 => put_unused_fd(fd),
        _ => take(fd),
    }
    Ok(())
}
