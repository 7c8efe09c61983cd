include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    let copy = FileDescriptorReservation { fd: 1, ..fd }; //~ E0451
    copy.fd_install(a);
    Ok(fd.reserved_fd())
}
