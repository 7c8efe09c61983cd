include!("../prelude.rs");

fn close(fd: &FileDescriptorReservation<'_>) {
    put_unused_fd(*fd); //~ E0507
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    close(&fd);
    Ok(fd.reserved_fd())
}
