include!("../prelude.rs");

fn close(mut fds: Vec<FileDescriptorReservation<'_>>) {
    let mut fd = fds.pop();
    while let Some(last) = fd {
        put_unused_fd(last);
        fd = fds.pop();
    }
    for rest in fds {
        put_unused_fd(rest);
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    close(vec![a, b]);
    Ok(())
}
