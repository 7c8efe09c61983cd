include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![left, right];
    let copy: Vec<FileDescriptorReservation<'_>> = fds.into_iter().collect();
    for fd in copy {
        put_unused_fd(fd);
    }
    for fd in fds { //~ E0382
        put_unused_fd(fd);
    }
    Ok(())
}
