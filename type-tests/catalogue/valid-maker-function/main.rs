include!("../prelude.rs");

fn reserve(current: CurrentTask<'_>) -> Result<FileDescriptorReservation<'_>, Errno> {
    get_unused_fd_flags(current, O_CLOEXEC)
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = reserve(current)?;
    put_unused_fd(fd);
    Ok(())
}
