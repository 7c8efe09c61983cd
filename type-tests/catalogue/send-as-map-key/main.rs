include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let names = vec![(fd, "a")];
    post(names); //~ E0277
    Ok(())
}
