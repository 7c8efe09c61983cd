include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slots = [fd].into_iter().collect::<Vec<_>>();
    put_unused_fd(fd); //~ E0382
    for each in slots {
        put_unused_fd(each);
    }
    Ok(())
}
