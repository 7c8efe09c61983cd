include!("../prelude.rs");

struct Pair<'s> {
    left: FileDescriptorReservation<'s>,
    right: FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let pair = Pair { left: a, right: b };
    let Pair { left, right } = pair;
    put_unused_fd(left);
    put_unused_fd(right);
    Ok(())
}
