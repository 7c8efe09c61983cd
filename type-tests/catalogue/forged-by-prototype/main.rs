include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let twin = unsafe { std::ptr::read(&fd) };
    put_unused_fd(twin);
    Ok(fd.reserved_fd())
}
