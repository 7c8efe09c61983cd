include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let kept: Vec<*const FileDescriptorReservation<'_>> = vec![&fd];
    put_unused_fd(fd);
    put_unused_fd(unsafe { std::ptr::read(kept[0]) });
    Ok(())
}
