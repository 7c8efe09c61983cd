include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let mut kept: Option<FileDescriptorReservation<'_>> = None;
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    kept = Some(fd);
    take(kept.unwrap());
    if kept.is_some() { //~ E0382
        return Ok(1);
    }
    Ok(0)
}
