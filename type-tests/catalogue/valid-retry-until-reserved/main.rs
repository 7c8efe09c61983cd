include!("../prelude.rs");

fn reserve(current: CurrentTask<'_>) -> FileDescriptorReservation<'_> {
    loop {
        if let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) {
            return fd;
        }
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = reserve(current);
    Ok(fd.reserved_fd())
}
