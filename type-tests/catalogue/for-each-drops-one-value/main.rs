include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    ["a", "b"].iter().for_each(|_| put_unused_fd(fd)); //~ E0507
    Ok(())
}
