include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let commit = move || put_unused_fd(fd);
    post(commit); //~ E0277
    Ok(())
}
