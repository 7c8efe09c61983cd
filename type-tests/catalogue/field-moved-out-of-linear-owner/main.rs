include!("../prelude.rs");

struct Guard<'s> {
    fd: FileDescriptorReservation<'s>,
}
impl Drop for Guard<'_> {
    fn drop(&mut self) {}
}

fn guard(fd: FileDescriptorReservation<'_>) -> Guard<'_> {
    Guard { fd }
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let guarded = guard(fd);
    put_unused_fd(guarded.fd); //~ E0509
    Ok(())
}
