include!("../prelude.rs");

fn reserve(current: CurrentTask<'_>) -> impl Iterator<Item = FileDescriptorReservation<'_>> {
    (0..2).map_while(move |_| get_unused_fd_flags(current, O_CLOEXEC).ok())
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    for fd in reserve(current) {
        put_unused_fd(fd);
    }
    Ok(())
}
