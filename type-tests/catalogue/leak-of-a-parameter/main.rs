include!("../prelude.rs");

fn forget(fd: FileDescriptorReservation<'_>) -> u32 {
    fd.reserved_fd()
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(forget(fd))
}
