include!("../prelude.rs");

fn close(fd: FileDescriptorReservation<'_>) {
    let held = fd;
    if coin() {
        put_unused_fd(held);
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    close(fd);
    Ok(())
}
