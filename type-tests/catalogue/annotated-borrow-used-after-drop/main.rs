include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let seen: &FileDescriptorReservation<'_> = &fd;
    put_unused_fd(fd); //~ E0505
    Ok(seen.reserved_fd())
}
