include!("../prelude.rs");

struct Pair<'s> {
    left: FileDescriptorReservation<'s>,
    right: FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let pair = Pair { left: a, right: b };
    put_unused_fd(pair.left);
    put_unused_fd(pair.right);
    Ok(())
}
