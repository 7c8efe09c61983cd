include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let some = vec![a];
    let all: Vec<FileDescriptorReservation<'_>> = some.into_iter().chain([b]).collect();
    for fd in all {
        put_unused_fd(fd);
    }
    Ok(())
}
