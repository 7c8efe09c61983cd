include!("../prelude.rs");

fn discard<T>(value: T) {
    drop(value);
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    discard(fd);
    Ok(fd.reserved_fd()) //~ E0382
}
