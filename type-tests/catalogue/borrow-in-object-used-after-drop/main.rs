include!("../prelude.rs");

struct Viewer<'a, 's> {
    seen: &'a FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let viewer = Viewer { seen: &fd };
    put_unused_fd(fd); //~ E0505
    Ok(viewer.seen.reserved_fd())
}
