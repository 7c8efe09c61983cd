include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(fd);
    let mut fds: Vec<FileDescriptorReservation<'_>> = Vec::new();
    fds.push(fd); //~ E0382
    for each in fds {
        put_unused_fd(each);
    }
    Ok(())
}
