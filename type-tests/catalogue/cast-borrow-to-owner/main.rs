include!("../prelude.rs");

fn close(fd: &FileDescriptorReservation<'_>) {
    put_unused_fd(unsafe { std::ptr::read(fd) });
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    close(&fd);
    Ok(fd.reserved_fd())
}
