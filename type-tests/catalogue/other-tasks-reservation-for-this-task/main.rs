include!("../prelude.rs");

fn replace<'s>(current: CurrentTask<'s>, old: FileDescriptorReservation<'s>) -> Result<u32, Errno> {
    put_unused_fd(old);
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(fd.reserved_fd())
}

pub fn run() {
    with_current(|outer| {
        let Ok(fd) = get_unused_fd_flags(outer, O_CLOEXEC) else { return };
        let _ = with_current(|inner| replace(inner, fd)); //~ E0521
    });
}
