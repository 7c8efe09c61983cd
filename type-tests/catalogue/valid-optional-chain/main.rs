include!("../prelude.rs");

fn close(fd: Option<FileDescriptorReservation<'_>>) -> i64 {
    let number = fd.as_ref().map_or(-1, |fd| fd.reserved_fd() as i64);
    if let Some(fd) = fd {
        put_unused_fd(fd);
    }
    number
}

pub fn run(current: CurrentTask<'_>) -> Result<i64, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(close(Some(fd)) + close(None))
}
