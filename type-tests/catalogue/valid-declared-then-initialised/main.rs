include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd: FileDescriptorReservation<'_>;
    if coin() {
        fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    } else {
        fd = get_unused_fd_flags(current, 0)?;
    }
    put_unused_fd(fd);
    Ok(())
}
