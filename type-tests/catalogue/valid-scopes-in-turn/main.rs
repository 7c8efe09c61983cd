include!("../prelude.rs");

fn probe(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let number = fd.reserved_fd();
    put_unused_fd(fd);
    Ok(number)
}

pub fn run() {
    let _ = with_current(|current| probe(current));
    let _ = with_current(|current| probe(current));
}
