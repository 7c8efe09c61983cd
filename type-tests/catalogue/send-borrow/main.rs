include!("../prelude.rs");

fn send(fd: &FileDescriptorReservation<'_>) {
    post(fd); //~ E0277
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    send(&fd);
    Ok(())
}
