include!("../prelude.rs");

fn identity<T>(value: T) -> T {
    value
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let again = identity(fd);
    put_unused_fd(again);
    Ok(())
}
