include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let again: FileDescriptorReservation<'_> = unsafe { std::ptr::read(&fd) };
    put_unused_fd(fd);
    put_unused_fd(again);
    Ok(())
}
