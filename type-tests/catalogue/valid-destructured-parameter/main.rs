include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
    name: &'static str,
}

fn close(Slot { fd, name }: Slot<'_>) -> usize {
    put_unused_fd(fd);
    name.len()
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(close(Slot { fd, name: "a" }))
}
