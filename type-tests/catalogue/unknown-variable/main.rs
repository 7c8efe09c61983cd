include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let hidden = &fd as *const FileDescriptorReservation<'_> as *const ();
    put_unused_fd(unsafe { std::ptr::read(hidden as *const FileDescriptorReservation<'_>) });
    put_unused_fd(fd);
    Ok(())
}
