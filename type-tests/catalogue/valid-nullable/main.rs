include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let mut fd: Option<FileDescriptorReservation<'_>> = None;
    if coin() {
        let reserved = get_unused_fd_flags(current, O_CLOEXEC)?;
        fd = Some(reserved);
    }
    if let Some(fd) = fd {
        put_unused_fd(fd);
    }
    Ok(())
}
