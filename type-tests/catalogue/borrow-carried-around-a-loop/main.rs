include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let first = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut seen: &FileDescriptorReservation<'_> = &first;
    let mut sum = 0;
    while coin() {
        let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
        sum += seen.reserved_fd();
        seen = view(&fd); //~ E0597
        put_unused_fd(fd); //~ E0505
    }
    Ok(sum)
}
