include!("../prelude.rs");

fn reserve(current: CurrentTask<'_>) -> Result<FileDescriptorReservation<'_>, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let result = fd;
    put_unused_fd(fd); //~ E0382
    Ok(result)
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = reserve(current)?;
    Ok(fd.reserved_fd())
}
