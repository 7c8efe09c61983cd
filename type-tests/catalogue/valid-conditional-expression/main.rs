include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(if coin() { resolve(fd, 1) } else { resolve(fd, 2) })
}

fn resolve(fd: FileDescriptorReservation<'_>, result: u32) -> u32 {
    put_unused_fd(fd);
    result
}
