include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let copy = FileDescriptorReservation { ..fd }; //~ E0451
    put_unused_fd(copy);
    Ok(fd.reserved_fd())
}
