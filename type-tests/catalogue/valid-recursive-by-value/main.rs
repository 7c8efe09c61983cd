include!("../prelude.rs");

fn descend(fd: FileDescriptorReservation<'_>, depth: u32) {
    if depth == 0 {
        put_unused_fd(fd);
        return;
    }
    descend(fd, depth - 1);
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    descend(fd, 3);
    Ok(())
}
