include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(unsafe { std::ptr::read(&fd) });
    Ok(fd.reserved_fd())
}
