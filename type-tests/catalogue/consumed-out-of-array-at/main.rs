include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![fd];
    if let Some(found) = fds.first() {
        put_unused_fd(*found); //~ E0507
    }
    for each in fds {
        put_unused_fd(each);
    }
    Ok(())
}
