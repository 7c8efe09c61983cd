include!("../prelude.rs");

fn forward<T>(value: T) {
    post(value); //~ E0277
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    forward(fd);
    Ok(())
}
